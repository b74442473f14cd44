import { Spin } from 'antd';
import { Link } from 'wouter';
import { useFile } from '../api/queries.js';
import type { ItemRow } from '../api/figures.js';
import { showDay, showInstant } from '../format/day.js';
import { ProblemAlert } from '../shell/problem.js';

/** The events that an item rests on: what happened when, who wrote it down and when. */
export const Evidence = ({ item: { register, file, evidence } }: { readonly item: ItemRow }) => {
  const dossier = useFile(register, file);
  if (dossier.error) return <ProblemAlert error={dossier.error} />;
  if (!dossier.data) return <Spin />;
  const events = dossier.data.timeline.filter(({ id }) => evidence.includes(id));
  return (
    <>
      Sự kiện làm căn cứ:
      <ul style={{ margin: 0, paddingLeft: 18 }}>
        {events.map(({ id, on, label, actorName, recordedAt, revision }) => (
          <li key={id}>
            <Link href={`/ho-so/${register}/${file}#${id}`}>
              {showDay(on)} – {label}
            </Link>{' '}
            <small>
              ({actorName} ghi lúc {showInstant(recordedAt)}, bản {revision})
            </small>
          </li>
        ))}
      </ul>
    </>
  );
};
