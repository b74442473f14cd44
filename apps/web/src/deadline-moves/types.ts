/** A change of the law that moved due dates. */
export interface MovingEvent {
  readonly event: string;
  readonly label: string;
  readonly about?: string;
  readonly basis?: string;
  readonly recordedAt: string;
  readonly moved: number;
  readonly files: number;
}

export interface MovedDeadline {
  readonly event: string;
  readonly recordedAt: string;
  /** Of the change in the log. */
  readonly position: string;
  readonly sealed: boolean;
  readonly item: string;
  readonly register?: string;
  readonly id?: string;
  readonly number: string;
  readonly title: string;
  readonly unitName: string;
  readonly docketLabel: string;
  readonly subject?: string;
  readonly assigneeName?: string;
  readonly from?: string;
  readonly to?: string;
  readonly basis?: string;
}
