/** One step of why a due date is what it is. */
export interface Step {
  /** In Vietnamese. */
  readonly text: string;
  /** The article it stands on. */
  readonly basis: string;
  /** The day or instant it leads to. */
  readonly date?: string;
  /** The open point of the law it names. */
  readonly point?: string;
}
