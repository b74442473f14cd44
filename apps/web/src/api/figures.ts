/** What the pages read of the API's figures and of the items behind them. */
export interface Figure {
  readonly code: string;
  readonly label: string;
  readonly numerator: number;
  readonly denominator?: number;
  readonly display: string;
  readonly smallSample?: boolean;
  readonly target?: string;
  readonly versusTarget?: string;
  readonly samePeriod?: string;
  readonly versusSamePeriod?: string;
  readonly met?: boolean;
  readonly beside?: readonly { label: string; display: string }[];
}

export interface UnitFigures {
  readonly unit: string;
  readonly unitName: string;
  readonly rows: readonly Pick<Figure, 'code' | 'numerator' | 'denominator' | 'display' | 'smallSample'>[];
}

export interface IndicatorTable {
  readonly unit: string;
  readonly unitName: string;
  readonly period: { readonly code: string; readonly label: string; readonly from: string; readonly to: string };
  readonly position: string;
  readonly recordedAt?: string;
  readonly live: boolean;
  readonly rows: readonly Figure[];
  readonly children?: readonly UnitFigures[];
}

export interface ItemRow {
  readonly id: string;
  readonly register: string;
  readonly file: string;
  readonly number: string;
  readonly title: string;
  readonly unitName: string;
  readonly openedOn: string;
  readonly dueOn?: string;
  readonly closedOn?: string;
  readonly outcome?: string;
  readonly outcomeLabel?: string;
  readonly onTime?: boolean;
  readonly evidence: readonly string[];
}

/** An item as it stands, beside what was known of it before. */
export interface ChangedItem extends ItemRow {
  readonly before?: ItemRow;
  readonly after?: ItemRow;
}
