import { z } from 'zod';
import type { RegisterName } from '#casework';
import { registerNames } from './registers.js';

/** The part of a stream's name after its register: a UUID, or the id that an import derived. */
export const fileId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,99}$/)
  .meta({ title: 'Mã hồ sơ' });

export const registerName = z.enum(registerNames as [RegisterName, ...RegisterName[]]).meta({ title: 'Sổ' });
