import React from 'react';
import { css } from '@emotion/css';
import { useStyles2 } from '@grafana/ui';
import { Swatch, type Layer } from '../../ui/plot';

interface Props {
  readonly title: string;
  readonly look: Pick<Layer, 'color' | 'pattern'>;
  readonly isAlone: boolean;
  readonly onIsolate: (event: { ctrlKey: boolean; metaKey: boolean }) => void;
}

/** The colour of a series in the table; pressed, the graph shows that series alone. */
export function IsolateButton({ title, look, isAlone, onIsolate }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <button
      type="button"
      className={styles.swatch}
      aria-pressed={isAlone}
      aria-label={`Show only ${title}`}
      title={isAlone ? 'Show all series' : 'Show only this series'}
      onClick={onIsolate}
    >
      <Swatch {...look} />
    </button>
  );
}

const getStyles = () => ({
  swatch: css({ display: 'flex', padding: 6, margin: -6, border: 0, background: 'none' }),
});
