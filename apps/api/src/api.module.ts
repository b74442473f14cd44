import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import type { Pool } from 'pg';
import type { EventLog } from '#engine';
import type { Telemetry } from '#telemetry';
import { AccessGuard } from './access/access.guard.js';
import { IDENTITIES, localAccounts } from './access/accounts.js';
import { Policy } from './access/policy.service.js';
import { readRecords, RECORD_READ } from './access/read-records.js';
import { sessionStore, SESSIONS } from './access/sessions.js';
import { throttle, THROTTLE } from './access/throttle.js';
import { accountBook, ACCOUNT_BOOK } from './access/account-book.js';
import type { TakenBack } from './access/taken-back.js';
import { tokenStore, TOKENS } from './access/tokens.js';
import { CalendarController } from './calendar-feed/calendar.controller.js';
import { FEED_KEYS, feedKeys } from './calendar-feed/feed-keys.js';
import { CatalogueController } from './catalogue/catalogue.controller.js';
import { CLOCK, type Clock } from './clock.js';
import { DeadlineMovesController } from './deadline-moves/deadline-moves.controller.js';
import { DESCRIPTION } from './describe/api-description.js';
import { carryOut, CARRY_OUT } from './files/carry-out.js';
import { CorrectFileHandler } from './files/correct-file.js';
import { CorrectionsController } from './files/corrections.controller.js';
import { FileController } from './files/file.controller.js';
import { RecordFactHandler } from './files/record-fact.js';
import { recordingController } from './files/recording.controller.js';
import { registerNames } from './files/registers.js';
import { Naming } from './files/naming.js';
import { SearchController } from './files/search.controller.js';
import { Writing } from './files/writing.js';
import { HealthController } from './health.controller.js';
import { IndicatorsController } from './indicators/indicators.controller.js';
import { ItemsController } from './indicators/items.controller.js';
import { TableService } from './indicators/table.service.js';
import { Enacting } from './law/enacting.js';
import { LawController } from './law/law.controller.js';
import { LawWritingController } from './law/law-writing.controller.js';
import { LIVE, type LiveFeed } from './live/live-feed.js';
import { LiveController } from './live/live.controller.js';
import { LOG, POOL } from './log.js';
import { NoticeSettingsController } from './notices/notice-settings.controller.js';
import { NoticesController } from './notices/notices.controller.js';
import { ProblemFilter } from './problem/problem.filter.js';
import { SchemaPipe } from './problem/schema-pipe.js';
import { LAW, type LawOfTheDay } from './reference/law-of-the-day.js';
import { ReferenceController } from './reference/reference.controller.js';
import { UNITS, unitsOf } from './reference/units.js';
import { SETTINGS, type ServerSettings } from './server-settings.js';
import { SessionController } from './session.controller.js';
import { AccountsController } from './accounts.controller.js';
import { measuredCommands } from './telemetry/measured-commands.js';
import { TELEMETRY } from './telemetry/telemetry.js';
import { TokensController } from './tokens.controller.js';
import { WaitForGuard } from './wait-for.guard.js';
import { DerivationController } from './work/derivation.controller.js';
import { DueController } from './work/due.controller.js';
import { WorkController } from './work/work.controller.js';

export interface Wiring {
  readonly pool: Pool;
  readonly log: EventLog;
  readonly law: LawOfTheDay;
  readonly live: LiveFeed;
  readonly takenBack: TakenBack;
  readonly clock: Clock;
  readonly settings: ServerSettings;
  readonly telemetry: Telemetry;
}

/** Everything the routes are made of. */
@Module({})
export class ApiModule {
  static with({ pool, log, law, live, takenBack, clock, settings, telemetry }: Wiring): DynamicModule {
    return {
      module: ApiModule,
      imports: [CqrsModule.forRoot()],
      controllers: [
        SessionController,
        TokensController,
        AccountsController,
        HealthController,
        CatalogueController,
        ReferenceController,
        LawController,
        LawWritingController,
        ...registerNames.map(recordingController),
        CorrectionsController,
        SearchController,
        FileController,
        WorkController,
        DueController,
        DerivationController,
        DeadlineMovesController,
        IndicatorsController,
        ItemsController,
        LiveController,
        NoticesController,
        NoticeSettingsController,
        CalendarController,
      ],
      providers: [
        Policy,
        Writing,
        Naming,
        Enacting,
        TableService,
        RecordFactHandler,
        CorrectFileHandler,
        { provide: CARRY_OUT, useValue: measuredCommands(carryOut(log, law.at), telemetry) },
        { provide: TELEMETRY, useValue: telemetry },
        { provide: POOL, useValue: pool },
        { provide: LOG, useValue: log },
        { provide: LAW, useValue: law },
        { provide: DESCRIPTION, useValue: {} },
        { provide: LIVE, useValue: live },
        { provide: CLOCK, useValue: clock },
        { provide: SETTINGS, useValue: settings },
        { provide: UNITS, useValue: unitsOf(() => law.now().units) },
        { provide: IDENTITIES, useValue: localAccounts(pool) },
        { provide: SESSIONS, useValue: sessionStore(pool, clock, takenBack) },
        { provide: ACCOUNT_BOOK, useValue: accountBook(pool, clock, takenBack) },
        { provide: FEED_KEYS, useValue: feedKeys(pool, clock) },
        { provide: TOKENS, useValue: tokenStore(pool, clock, takenBack) },
        { provide: THROTTLE, useValue: throttle(clock) },
        { provide: RECORD_READ, useValue: readRecords(pool, clock) },
        { provide: APP_FILTER, useClass: ProblemFilter },
        AccessGuard,
        { provide: APP_GUARD, useExisting: AccessGuard },
        // After the one that knows who asks: nobody else makes the server wait.
        { provide: APP_GUARD, useClass: WaitForGuard },
        { provide: APP_PIPE, useValue: new SchemaPipe() },
      ],
    };
  }
}
