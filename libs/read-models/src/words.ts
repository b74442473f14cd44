/** The words of texts in lower case without diacritics, each once: what the search compares. */
export const wordsOf = (...texts: readonly string[]): readonly string[] => [
  ...new Set(
    texts
      .join(' ')
      .toLowerCase()
      .replaceAll('đ', 'd')
      .normalize('NFD')
      .replaceAll(/\p{M}+/gu, '')
      .match(/[\p{L}\p{N}]+/gu) ?? [],
  ),
];

/** Every word must begin a word of the file. @returns a tsquery; nothing when the text has no words */
export const searchQuery = (text: string): string | undefined => {
  const words = wordsOf(text);
  return words.length === 0 ? undefined : words.map((word) => `${word}:*`).join(' & ');
};
