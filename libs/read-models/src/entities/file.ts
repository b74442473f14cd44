import { Column, Entity, PrimaryColumn } from 'typeorm';

const text = { type: 'text', collation: 'C' } as const;
const maybe = { ...text, nullable: true } as const;

/** A file as lists and the search show it. */
@Entity({ name: 'file', schema: 'read_models' })
export class FileEntity {
  @PrimaryColumn(text) stream!: string;
  @Column(text) register!: string;
  @Column(text) number!: string;
  @Column('text') title!: string;
  @Column(text) unit!: string;
  @Column(text) status!: string;
  @Column(maybe) assignee!: string | null;
  @Column('smallint') confidentiality!: number;
  @Column('integer') revision!: number;
  /** The position of its last event. */
  @Column(text) position!: string;
  @Column('integer') breaches!: number;
  @Column({ type: 'integer', name: 'late_entries' }) lateEntries!: number;
  @Column('integer') pending!: number;
  /** Words of the number and the title without diacritics. */
  @Column('tsvector') words!: string;
}

/** A fact that was written down after the day on which it happened. */
@Entity({ name: 'late_entry', schema: 'read_models' })
export class LateEntry {
  /** The event of the fact. */
  @PrimaryColumn(text) id!: string;
  @Column(text) file!: string;
  @Column(text) unit!: string;
  @Column(text) type!: string;
  @Column({ ...text, name: 'on_day' }) on!: string;
  @Column({ type: 'timestamptz', name: 'recorded_at' }) recordedAt!: Date;
  @Column('integer') days!: number;
  @Column(text) actor!: string;
  @Column(text) position!: string;
}

/** A correction that waits for a decision. */
@Entity({ name: 'pending_correction', schema: 'read_models' })
export class PendingCorrectionEntity {
  /** The event of the request. */
  @PrimaryColumn(text) id!: string;
  @Column(text) file!: string;
  @Column(text) unit!: string;
  @Column({ ...text, name: 'requested_by' }) requestedBy!: string;
  @Column({ type: 'timestamptz', name: 'recorded_at' }) recordedAt!: Date;
  @Column('jsonb') data!: unknown;
}
