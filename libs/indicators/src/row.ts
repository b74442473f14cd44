import { versusSamePeriod, versusTarget, type Operator, type VersusSamePeriod, type VersusTarget } from './compare.js';
import { display, rateOf, smallSample, valueOf } from './display.js';
import type { BesideFigure, Figure } from './evaluate.js';
import type { Direction, Indicator } from './indicator.js';
import { viNumber } from './numbers.js';
import { targetSources, type TargetInForce } from './targets.js';

type Counts = Pick<Figure, 'numerator' | 'denominator'>;

export interface BesideCell extends BesideFigure {
  /** `12`, `3/40 = 7,5%`, `không phát sinh`. */
  readonly display: string;
}

export interface TargetCell extends TargetInForce {
  /** `≥ 90% (Quốc hội, suy ra từ nguồn)` */
  readonly text: string;
}

/** One line of the indicator table, the same on every screen, sheet and terminal. */
export interface IndicatorRow extends Counts {
  readonly code: string;
  readonly label: string;
  readonly unitOfCount: string;
  readonly direction: Direction;
  /** The rate (0 to 1, or more) or the count; absent for 0/0. */
  readonly value?: number;
  readonly display: string;
  readonly smallSample: boolean;
  readonly beside: readonly BesideCell[];
  readonly target?: TargetCell;
  readonly versusTarget?: VersusTarget;
  readonly samePeriod?: Counts & { readonly display: string };
  readonly versusSamePeriod: VersusSamePeriod;
}

const signs: Readonly<Record<Operator, string>> = { '>=': '≥', '<=': '≤', '=': '=' };

/** `480/482 = 99,6%`; a count, and 0/0, as they are. */
export const inFull = (counts: Counts): string =>
  rateOf(counts)
    ? `${viNumber(counts.numerator)}/${viNumber(counts.denominator ?? 0)} = ${display(counts)}`
    : display(counts);

const targetCell = (target: TargetInForce, isRate: boolean): TargetCell => {
  const doubt = target.status === 'sourced' ? '' : target.status === 'derived' ? ', suy ra từ nguồn' : ', chờ xác nhận';
  const level = `${signs[target.operator]} ${viNumber(target.value)}${isRate ? '%' : ''}`;
  return { ...target, text: `${level} (${targetSources[target.source]}${doubt})` };
};

/** What a figure is compared with; `earlier` is absent where the unit didn't exist a year before. */
export interface ComparedWith {
  readonly earlier?: Counts;
  readonly target?: TargetInForce;
}

/** A figure with its comparisons, in words and numbers. */
export const rowOf = (
  { code, label, unitOfCount, direction, denominator }: Indicator,
  figure: Counts & Pick<Figure, 'beside'>,
  { earlier, target }: ComparedWith = {},
): IndicatorRow => {
  const value = valueOf(figure);
  return {
    code,
    label,
    unitOfCount,
    direction,
    numerator: figure.numerator,
    ...(figure.denominator === undefined ? {} : { denominator: figure.denominator }),
    ...(value === undefined ? {} : { value }),
    display: display(figure),
    smallSample: smallSample(figure),
    beside: figure.beside.map((one) => ({ ...one, display: inFull(one) })),
    ...(target
      ? { target: targetCell(target, denominator !== undefined), versusTarget: versusTarget(figure, target) }
      : {}),
    ...(earlier ? { samePeriod: { ...earlier, display: display(earlier) } } : {}),
    versusSamePeriod: versusSamePeriod(figure, earlier, direction),
  };
};
