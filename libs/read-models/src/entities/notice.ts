import { Column, Entity, PrimaryColumn } from 'typeorm';

const text = { type: 'text', collation: 'C' } as const;
const maybe = { ...text, nullable: true } as const;

/** A reminder, or what came of one: an event of a stream of notices. */
@Entity({ name: 'notice', schema: 'read_models' })
export class NoticeEntity {
  /** The event. */
  @PrimaryColumn(text) id!: string;
  @Column(text) type!: string;
  @Column(text) file!: string;
  /** The event that reminded; of that event, itself. */
  @Column(text) reminder!: string;
  /** What follows is told by the event that reminded only. */
  @Column(maybe) item!: string | null;
  @Column(maybe) unit!: string | null;
  @Column(maybe) person!: string | null;
  @Column({ ...maybe, name: 'due_on' }) dueOn!: string | null;
  @Column(maybe) rung!: string | null;
  @Column(text) actor!: string;
  @Column({ type: 'timestamptz', name: 'recorded_at' }) recordedAt!: Date;
  @Column(text) position!: string;
  @Column('jsonb') data!: unknown;
}
