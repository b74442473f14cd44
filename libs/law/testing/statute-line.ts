/** An article, the row that carries it (code and kind), its length, its extensions in order. */
export type StatuteLine = readonly [article: string, row: string, length: string, ...extensions: readonly string[]];
