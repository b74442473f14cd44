import { startProgram } from '#test';

/** Runs the program as a person would in a terminal, on a database given by address, until it ends. */
export const kiemsat = async (
  args: readonly string[],
  databaseUrl?: string,
): Promise<{ readonly code: number | null; readonly output: string }> => {
  const child = startProgram(
    'apps/cli/src/main.ts',
    args,
    databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl },
  );
  let output = '';
  child.stdout?.on('data', (part: Buffer) => (output += part.toString('utf8')));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, output };
};
