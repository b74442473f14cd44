import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** Argon2id with the library's settings of OWASP: 19 MiB, two passes. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'));

const NOBODY = hash('nobody');

/** Takes as long for an account that isn't there as for one that is. */
export const passwordFits = async (hashed: string | undefined, password: string): Promise<boolean> => {
  const fits = await verify(hashed ?? (await NOBODY), password.normalize('NFC'));
  return fits && hashed !== undefined;
};

const pick = (letters: string) => letters.charAt(randomInt(letters.length));

const syllable = () => pick('bcdghklmnprstv') + pick('aeiou');

/** A password that can be read out over a telephone: 55 bits, e.g. `bamo-kuti-lado-vesa-47`. */
export const readablePassword = (): string =>
  [...Array.from({ length: 4 }, () => syllable() + syllable()), String(randomInt(10, 100))].join('-');
