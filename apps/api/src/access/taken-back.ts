import type { Ear } from '../live/ear.js';

/** Rings when a session ends before its time, or a token or an account is changed: by triggers, whoever did it and how. */
export const ACCESS_CHANNEL = 'kiemsat_access';

export const tellsTakenBack = `
CREATE FUNCTION access.tell_taken_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('${ACCESS_CHANNEL}', '');
  RETURN NULL;
END $$;
CREATE TRIGGER ended AFTER UPDATE OR DELETE ON access.session
  FOR EACH ROW WHEN (OLD.expires_at > now()) EXECUTE FUNCTION access.tell_taken_back();
CREATE TRIGGER emptied AFTER TRUNCATE ON access.session EXECUTE FUNCTION access.tell_taken_back();
CREATE TRIGGER changed AFTER UPDATE OR DELETE ON access.token
  FOR EACH ROW EXECUTE FUNCTION access.tell_taken_back();
CREATE TRIGGER emptied AFTER TRUNCATE ON access.token EXECUTE FUNCTION access.tell_taken_back();
CREATE TRIGGER changed AFTER UPDATE OF person_id, unit, roles, disabled_at OR DELETE ON access.account
  FOR EACH ROW EXECUTE FUNCTION access.tell_taken_back();
`;

/** What may be remembered of who asks, as long as this process would hear that it was taken back. */
export interface TakenBack {
  /** Calls back when something may have been taken back. */
  readonly on: (forget: () => void) => void;
  /** Tells this process at once; the others hear of it by themselves. */
  readonly tell: () => void;
  /** Whether it would be heard. */
  readonly heard: () => boolean;
}

export const takenBackOf = (ear: Ear): TakenBack => {
  const forgets: (() => void)[] = [];
  const tell = () => forgets.forEach((forget) => forget());
  ear.on(ACCESS_CHANNEL, tell);
  return { on: (forget) => forgets.push(forget), tell, heard: ear.hears };
};
