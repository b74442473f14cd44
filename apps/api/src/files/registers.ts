import { isRegisterName, registers, type RegisterName } from '#casework';

export const registerNames = Object.keys(registers).filter(isRegisterName);

export const streamOf = (register: RegisterName, id: string): string => `${register}-${id}`;

export interface FileName {
  readonly register: RegisterName;
  readonly id: string;
}

/** Register and id of a file's stream; streams split at the first dash. */
export const fileOf = (stream: string): FileName | undefined => {
  const dash = stream.indexOf('-');
  const register = stream.slice(0, Math.max(0, dash));
  return isRegisterName(register) ? { register, id: stream.slice(dash + 1) } : undefined;
};
