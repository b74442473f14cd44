import { send } from './client.js';

const nameIn = (disposition: string | null) => /filename="([^"]+)"/.exec(disposition ?? '')?.[1];

/**
 * Fetches a file and hands it to the browser under the name the server gave it.
 * @throws {ProblemError} with the API's own words
 */
export const download = async (path: string): Promise<void> => {
  const response = await send(path);
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = nameIn(response.headers.get('Content-Disposition')) ?? 'kiemsat';
  link.click();
  URL.revokeObjectURL(address);
};
