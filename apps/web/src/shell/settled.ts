import { useEffect, useState } from 'react';

/** The text once typing pauses: a look-up for every letter would be slow, and searches leave a trace. */
export const useSettled = (text: string, pause = 250): string => {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pause);
    return () => clearTimeout(timer);
  }, [text, pause]);
  return settled;
};
