import { useEffect } from 'react';
import { useLocation } from 'wouter';

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

/** A list or a drawer that is open takes Esc for itself. */
const somethingOpen = () =>
  document.querySelector(
    '[aria-expanded="true"][role="combobox"], .ant-drawer-open, .ant-popover:not(.ant-popover-hidden)',
  ) !== null;

/** Where Esc leads from here: out of recording to the file (what was typed is kept), out of a file to where one came from. */
const back = (here: string, target: EventTarget | null): string | undefined => {
  if (somethingOpen()) return undefined;
  if (here.startsWith('/ghi/') && !here.includes('/moi-')) return here.replace('/ghi/', '/ho-so/');
  if (here.startsWith('/ghi')) return '/';
  return here.startsWith('/ho-so/') && !typing(target) ? '/ho-so' : undefined;
};

/**
 * The keys that work on every page: `/` search, Alt+N record a milestone (in the file on screen, if there is one),
 * Esc back, g then h home.
 */
export const useShortcuts = (): void => {
  const [here, go] = useLocation();
  useEffect(() => {
    let before = '';
    const pressed = (event: KeyboardEvent) => {
      // While an input method composes a Vietnamese letter, no key is a command.
      if (event.isComposing) return;
      if (event.altKey && event.code === 'KeyN') {
        event.preventDefault();
        if (!here.startsWith('/ghi/')) go(here.startsWith('/ho-so/') ? here.replace('/ho-so/', '/ghi/') : '/ghi');
      } else if (event.key === '/' && !typing(event.target)) {
        event.preventDefault();
        document.getElementById('search')?.focus();
      } else if (event.key === 'Escape') {
        const to = back(here, event.target);
        if (to) go(to);
      } else if (event.key === 'h' && before === 'g' && !typing(event.target)) go('/');
      before = event.key;
    };
    // Before a list that Esc closes has closed, so that one press does one thing.
    window.addEventListener('keydown', pressed, { capture: true });
    return () => window.removeEventListener('keydown', pressed, { capture: true });
  }, [go, here]);
};
