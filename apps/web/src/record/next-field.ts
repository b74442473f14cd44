import { useRef, type KeyboardEvent } from 'react';

const fieldsIn = (form: HTMLElement) => {
  const groups = new Set<string>();
  return [...form.querySelectorAll<HTMLElement>('input, textarea, button')].filter((field) => {
    if (field.offsetParent === null) return false;
    // What clears a field is no field of its own.
    if (field instanceof HTMLButtonElement) return !field.disabled && field.closest('.ant-select') === null;
    if (!(field instanceof HTMLInputElement) || field.type !== 'radio') return true;
    // The buttons of one question are one field.
    const first = !groups.has(field.name);
    groups.add(field.name);
    return first;
  });
};

const goOn = (form: HTMLElement, from: HTMLElement) => {
  const fields = fieldsIn(form);
  const at = fields.findIndex(
    (field) => field === from || (from instanceof HTMLInputElement && sameGroup(field, from)),
  );
  fields[at + 1]?.focus();
};

const sameGroup = (field: HTMLElement, { type, name }: HTMLInputElement) =>
  type === 'radio' && field instanceof HTMLInputElement && field.name === name;

/**
 * Enter goes to the next field, after it has chosen what a list offers; in text of several lines it breaks the line.
 * It never sends, neither while an input method is composing nor by accident.
 */
export const useNextField = () => {
  const picking = useRef(false);
  return (event: KeyboardEvent<HTMLElement>): void => {
    const { key, ctrlKey, target, currentTarget: form, nativeEvent } = event;
    if (key !== 'Enter' || ctrlKey || nativeEvent.isComposing) {
      picking.current = key === 'ArrowDown' || key === 'ArrowUp';
      return;
    }
    if (!(target instanceof HTMLInputElement)) return;
    const open = target.getAttribute('role') === 'combobox' && target.getAttribute('aria-expanded') === 'true';
    const several = target.closest('.ant-select-multiple') !== null;
    if (open && (!several || target.value !== '' || picking.current)) {
      picking.current = false;
      if (!several) setTimeout(() => goOn(form, target));
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    // A day that was just typed settles when its field is left.
    goOn(form, target);
  };
};
