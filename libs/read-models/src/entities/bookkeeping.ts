import { Column, Entity, PrimaryColumn } from 'typeorm';

const text = { type: 'text', collation: 'C' } as const;

/** A target as it was assigned or revised. */
@Entity({ name: 'target', schema: 'read_models' })
export class Target {
  /** The event. */
  @PrimaryColumn(text) id!: string;
  @Column(text) stream!: string;
  @Column(text) type!: string;
  @Column('jsonb') data!: unknown;
  @Column(text) position!: string;
}

/** Up to where the log had come when a second of the server's clock ended: "as known at a moment". */
@Entity({ name: 'moment', schema: 'read_models' })
export class Moment {
  @PrimaryColumn('timestamptz') second!: Date;
  @Column(text) position!: string;
}

/** A file one of whose events could not be applied; nothing more of it is applied until it is replayed. */
@Entity({ name: 'parked_stream', schema: 'read_models' })
export class ParkedStream {
  @PrimaryColumn(text) stream!: string;
  /** The first event that could not be applied. */
  @Column(text) position!: string;
  @Column('text') reason!: string;
  @Column({ type: 'timestamptz', name: 'parked_at', default: () => 'now()' }) parkedAt!: Date;
}

/** How far the projection has come. `generation` moves whenever something other than the next batch changes the rows. */
@Entity({ name: 'checkpoint', schema: 'read_models' })
export class Checkpoint {
  @PrimaryColumn(text) name!: string;
  @Column('integer') version!: number;
  @Column(text) position!: string;
  @Column('integer') generation!: number;
  /** What names the log that the rows were made from; null where a release made them that didn't say. */
  @Column({ ...text, nullable: true }) log!: string | null;
  @Column({ type: 'timestamptz', name: 'moved_at', default: () => 'now()' }) movedAt!: Date;
}
