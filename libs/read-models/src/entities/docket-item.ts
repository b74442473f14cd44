import { Column, Entity, PrimaryColumn } from 'typeorm';

const text = { type: 'text', collation: 'C' } as const;
const maybe = { ...text, nullable: true } as const;

/** The columns that figures are counted from, and nothing else: what is scanned must be narrow. */
abstract class VersionColumns {
  @Column(text) docket!: string;
  @Column(text) file!: string;
  @Column(text) unit!: string;
  @Column({ ...text, name: 'opened_on' }) openedOn!: string;
  @Column({ ...maybe, name: 'due_on' }) dueOn!: string | null;
  @Column({ ...maybe, name: 'closed_on' }) closedOn!: string | null;
  @Column({ ...maybe, name: 'done_on' }) doneOn!: string | null;
  @Column(maybe) outcome!: string | null;
  @Column({ type: 'boolean', nullable: true, name: 'on_time' }) onTime!: boolean | null;
  @Column(maybe) kind!: string | null;
  @Column(maybe) subject!: string | null;
  @Column(maybe) assignee!: string | null;
  @Column({ type: 'integer' }) breaches!: number;
  /** The due date as decided by each day; empty where it never changed. */
  @Column('jsonb') dues!: { from: string; due: string }[];
  /** What of the law the due date follows from: terms, and days of the calendar from the first to the last. */
  @Column({ type: 'text', array: true, nullable: true, name: 'rests_terms' }) restsTerms!: string[] | null;
  @Column({ ...maybe, name: 'rests_from' }) restsFrom!: string | null;
  @Column({ ...maybe, name: 'rests_to' }) restsTo!: string | null;
}

/** An item of a docket as it is known now. */
@Entity({ name: 'docket_item', schema: 'read_models' })
export class DocketItem extends VersionColumns {
  @PrimaryColumn(text) id!: string;
  @Column({ ...text, name: 'known_from' }) knownFrom!: string;
}

/** A version of an item that a later event superseded; rows are only ever inserted. */
@Entity({ name: 'docket_item_history', schema: 'read_models' })
export class DocketItemHistory extends VersionColumns {
  @PrimaryColumn(text) id!: string;
  @PrimaryColumn({ ...text, name: 'known_from' }) knownFrom!: string;
  @Column({ ...text, name: 'known_to' }) knownTo!: string;
}

/** What a drill-down shows of a version, current or superseded. */
@Entity({ name: 'docket_item_detail', schema: 'read_models' })
export class DocketItemDetail {
  @PrimaryColumn(text) id!: string;
  @PrimaryColumn({ ...text, name: 'known_from' }) knownFrom!: string;
  @Column(text) file!: string;
  @Column('jsonb') attributes!: Record<string, unknown>;
  /** Ids of the events it rests on, oldest first. */
  @Column({ type: 'text', array: true }) evidence!: string[];
}
