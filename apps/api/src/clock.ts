/** The server's clock, handed to whatever stamps or compares instants; nothing else reads the time. */
export type Clock = () => Date;

export const CLOCK = Symbol('Clock');
