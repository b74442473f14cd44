import { Silence } from './errors.js';
import { waiting, type PatienceOptions } from './patience.js';

/** The client's streams of events, as far as they are needed here. */
export interface Pulled<E> {
  on(name: 'data', listener: (event: E) => void): unknown;
  on(name: 'error', listener: (error: unknown) => void): unknown;
  on(name: 'end' | 'close', listener: () => void): unknown;
  pause(): unknown;
  cancel(): Promise<void>;
}

/**
 * Takes events until the stream ends or `take` has enough.
 * @param options how long to wait for the next event
 * @returns whether the stream ended by itself
 * @throws what the client said, or Silence
 */
export const pull = <E>(
  stream: Pulled<E>,
  options: Omit<PatienceOptions, 'giveUp'>,
  take: (event: E) => 'enough' | undefined,
): Promise<boolean> =>
  new Promise((resolve, reject) => {
    let over = false;
    const end = (settle: () => void) => {
      if (over) return;
      over = true;
      waits.end();
      settle();
    };
    const leave = () => {
      stream.pause();
      // Nothing more is wanted from it; that it can't even be cancelled is no news then.
      void stream.cancel().catch(() => undefined);
    };
    const waits = waiting({
      ...options,
      giveUp: (silence) =>
        end(() => {
          leave();
          reject(silence);
        }),
    });
    stream.on('data', (event) => {
      if (over) return;
      waits.heard();
      try {
        if (take(event) !== 'enough') return;
        end(() => resolve(false));
      } catch (error) {
        end(() => reject(error));
      }
      leave();
    });
    // Stays for good: a stream that was left may still fail, more than once.
    stream.on('error', (error) => end(() => reject(error)));
    stream.on('end', () => {
      waits.heard();
      end(() => resolve(true));
    });
    stream.on('close', () => end(() => reject(new Silence('the event store closed the stream'))));
  });
