import { Controller, Inject, Req, Sse, type MessageEvent } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { concatMap, interval, map, Observable, takeWhile } from 'rxjs';
import { AccessGuard } from '../access/access.guard.js';
import { Requires } from '../access/requires.js';
import { CLOCK, type Clock } from '../clock.js';
import { Tag } from '../describe/decorators.js';
import { LIVE, type LiveFeed } from './live-feed.js';

/** Short enough for the proxies that drop a silent connection after half a minute. */
const HEARTBEAT = 20_000;

/** Tells open pages that the figures have moved on; what they show they ask for themselves, with their own rights. */
@Tag('live')
@Controller('live')
export class LiveController {
  constructor(
    @Inject(LIVE) private readonly feed: LiveFeed,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly guard: AccessGuard,
  ) {}

  @Sse()
  @Requires('live.read')
  live(@Req() request: FastifyRequest): Observable<MessageEvent> {
    const known = this.feed.position();
    const beats = interval(HEARTBEAT).pipe(
      concatMap(() => this.guard.stillMay(request, 'live.read')),
      takeWhile((still) => still),
      map((): MessageEvent => ({ comment: 'nhịp' })),
    );
    return new Observable<MessageEvent>((page) => {
      if (known !== undefined) page.next(this.told(known));
      const subscription = this.feed.moves.pipe(map((position) => this.told(position))).subscribe(page);
      subscription.add(beats.subscribe({ next: (beat) => page.next(beat), complete: () => page.complete() }));
      return subscription;
    });
  }

  private told(position: string): MessageEvent {
    return { type: 'position', id: position, data: { position, recordedAt: this.clock().toISOString() } };
  }
}
