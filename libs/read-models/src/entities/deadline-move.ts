import { Column, Entity, PrimaryColumn } from 'typeorm';

const text = { type: 'text', collation: 'C' } as const;
const maybe = { ...text, nullable: true } as const;

/** A due date that a change of the law moved. */
@Entity({ name: 'deadline_move', schema: 'read_models' })
export class DeadlineMoveEntity {
  /** Of the reference event. */
  @PrimaryColumn(text) position!: string;
  @PrimaryColumn(text) item!: string;
  @Column(text) file!: string;
  @Column(text) unit!: string;
  @Column(text) docket!: string;
  @Column(maybe) kind!: string | null;
  @Column(maybe) subject!: string | null;
  @Column({ ...maybe, name: 'due_from' }) dueFrom!: string | null;
  @Column({ ...maybe, name: 'due_to' }) dueTo!: string | null;
}

/** A reference event that may move due dates, whether it moved any or not. */
@Entity({ name: 'law_change', schema: 'read_models' })
export class LawChangeEntity {
  @PrimaryColumn(text) event!: string;
  @Column(text) position!: string;
  @Column(text) stream!: string;
  @Column(text) type!: string;
  @Column('jsonb') data!: unknown;
  @Column({ type: 'timestamptz', name: 'recorded_at' }) recordedAt!: Date;
}

/** Up to which file an open change of the law has been worked out. */
@Entity({ name: 'moving', schema: 'read_models' })
export class Moving {
  @PrimaryColumn('boolean') single!: boolean;
  @Column(text) position!: string;
  @Column({ ...text, name: 'after_file' }) afterFile!: string;
}

/** An item as an open change of the law will leave it; read by nobody before the change is whole. */
@Entity({ name: 'moving_item', schema: 'read_models' })
export class MovingItem {
  @PrimaryColumn(text) id!: string;
  @Column(maybe) docket!: string | null;
  @Column(maybe) file!: string | null;
  @Column(maybe) unit!: string | null;
  @Column({ ...maybe, name: 'opened_on' }) openedOn!: string | null;
  @Column({ ...maybe, name: 'due_on' }) dueOn!: string | null;
  @Column({ ...maybe, name: 'closed_on' }) closedOn!: string | null;
  @Column({ ...maybe, name: 'done_on' }) doneOn!: string | null;
  @Column(maybe) outcome!: string | null;
  @Column({ type: 'boolean', nullable: true, name: 'on_time' }) onTime!: boolean | null;
  @Column(maybe) kind!: string | null;
  @Column(maybe) subject!: string | null;
  @Column(maybe) assignee!: string | null;
  @Column({ type: 'integer', nullable: true }) breaches!: number | null;
  @Column('jsonb', { nullable: true }) dues!: { from: string; due: string }[] | null;
  @Column({ type: 'text', array: true, nullable: true, name: 'rests_terms' }) restsTerms!: string[] | null;
  @Column({ ...maybe, name: 'rests_from' }) restsFrom!: string | null;
  @Column({ ...maybe, name: 'rests_to' }) restsTo!: string | null;
  /** Nothing where the item will be there no more. */
  @Column({ ...maybe, name: 'known_from' }) knownFrom!: string | null;
}

/** Which process keeps the read models, and its last sign of life. */
@Entity({ name: 'lease', schema: 'read_models' })
export class LeaseEntity {
  @PrimaryColumn(text) name!: string;
  @Column('integer') epoch!: number;
  /** The server's numbers of its sessions. */
  @Column('integer', { array: true }) sessions!: number[];
  @Column({ type: 'timestamptz', name: 'taken_at' }) takenAt!: Date;
  @Column({ type: 'timestamptz', name: 'beat_at' }) beatAt!: Date;
}
