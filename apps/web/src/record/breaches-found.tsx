import { Alert } from 'antd';
import type { Breach } from '../api/types.js';

/** What a fact would set against the law, each with its article: recorded all the same, and counted. */
export const BreachesFound = ({ breaches }: { readonly breaches: readonly Breach[] }) =>
  breaches.length === 0 ? (
    <Alert type="success" showIcon title="Ghi được, không phát sinh vi phạm nào." />
  ) : (
    <Alert
      type="warning"
      showIcon
      title={`Ghi được, nhưng sẽ phát sinh ${breaches.length} vi phạm`}
      description={<BreachItems breaches={breaches} />}
    />
  );

export const BreachItems = ({ breaches }: { readonly breaches: readonly Breach[] }) => (
  <ul style={{ margin: 0, paddingLeft: 18 }}>
    {breaches.map(({ code, fact, text, detail, basis }) => (
      <li key={`${fact}/${code}`}>
        {text}. {detail} (Căn cứ: {basis})
      </li>
    ))}
  </ul>
);
