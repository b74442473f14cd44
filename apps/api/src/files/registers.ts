import type { Fact, Register } from '#engine';
import { registers, statusLabels, type FileState, type Reference } from '#casework';

/** A register as the routes see it, whatever its own facts and state. */
export type AnyRegister = Register<FileState, Fact, Reference>;

export type RegisterName = keyof typeof registers;

export const registerNames = Object.keys(registers) as readonly RegisterName[];

/** Every register under one type: their own ones only differ in what a fact and a state carry. */
export const registerOf = (name: RegisterName): AnyRegister => registers[name] as unknown as AnyRegister;

export const isRegisterName = (text: string): text is RegisterName => Object.hasOwn(registers, text);

export const statusLabelsOf = (name: RegisterName): Readonly<Record<string, string>> => statusLabels[name];

export const streamOf = (register: RegisterName, id: string): string => `${register}-${id}`;

/** Register and id of a stream; streams split at the first dash. */
export const fileOf = (stream: string): { readonly register: RegisterName; readonly id: string } | undefined => {
  const dash = stream.indexOf('-');
  const register = stream.slice(0, dash);
  return isRegisterName(register) ? { register, id: stream.slice(dash + 1) } : undefined;
};
