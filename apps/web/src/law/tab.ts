/** What every tab is told. */
export interface TabProps {
  /** Whether forms are offered; whether a change is allowed, the server says. */
  readonly mayEnact: boolean;
  readonly onEnacted: (told: string) => void;
}
