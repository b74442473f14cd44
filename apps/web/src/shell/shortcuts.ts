import { useEffect } from 'react';
import { useLocation } from 'wouter';

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

/** The keys that work on every page: `/` search, Alt+N record a milestone, g then h home. */
export const useShortcuts = (): void => {
  const [, go] = useLocation();
  useEffect(() => {
    let before = '';
    const pressed = (event: KeyboardEvent) => {
      // While an input method composes a Vietnamese letter, no key is a command.
      if (event.isComposing) return;
      if (event.altKey && event.code === 'KeyN') {
        event.preventDefault();
        go('/ghi');
      } else if (event.key === '/' && !typing(event.target)) {
        event.preventDefault();
        document.getElementById('search')?.focus();
      } else if (event.key === 'h' && before === 'g' && !typing(event.target)) go('/');
      before = event.key;
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [go]);
};
