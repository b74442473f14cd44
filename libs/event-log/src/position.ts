import type { Position } from '#engine';

export const positionOf = (number: number | string): Position => String(number).padStart(20, '0');

/** @throws {TypeError} when it isn't a position of this log */
export const numberOf = (position: Position): number => {
  if (!/^\d{20}$/.test(position)) throw new TypeError(`${JSON.stringify(position)} is no position`);
  const number = Number(position);
  // A position from elsewhere may be far beyond; nothing stands there, and the number only has to stay ordered.
  return Math.min(number, Number.MAX_SAFE_INTEGER);
};
