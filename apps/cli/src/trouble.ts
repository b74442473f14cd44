/** Says what went wrong in one line; the whole story only when KIEMSAT_DEBUG asks for it. */
export const sayTrouble = (error: unknown): void => {
  if (process.env['KIEMSAT_DEBUG']) console.error(error);
  else console.error(error instanceof Error ? (error.message.split('\n')[0] ?? error.name) : String(error));
};
