import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

const text = { type: 'text', collation: 'C' } as const;

/** Days that figures are asked for, whose counts are kept. */
@Entity({ name: 'roll_up_window', schema: 'read_models' })
export class RollUpWindow {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS' }) id!: number;
  /** The day of whose unit tree the nodes are. */
  @Column(text) today!: string;
  @Column({ ...text, name: 'from_day' }) from!: string;
  @Column({ ...text, name: 'to_day' }) to!: string;
  @Column({ ...text, name: 'end_day' }) end!: string;
  /** What had happened by then; everything known when null. */
  @Column({ ...text, name: 'view_day', nullable: true }) day!: string | null;
  /** The declarations that it was counted by. */
  @Column(text) definitions!: string;
  /** Whether it answers. */
  @Column({ type: 'boolean', default: false }) ready!: boolean;
}

/** The counts of a window for one node of the unit tree. */
@Entity({ name: 'roll_up', schema: 'read_models' })
export class RollUp {
  @PrimaryColumn({ type: 'integer', name: 'window_id' }) windowId!: number;
  @PrimaryColumn(text) node!: string;
  /** A hash of the units counted for it. */
  @Column(text) members!: string;
  /** In the order of the declarations. */
  @Column('integer', { array: true }) counts!: number[];
}
