import React from 'react';
import { css } from '@emotion/css';
import { Icon, useStyles2 } from '@grafana/ui';
import { Swatch, type Layer } from '../../ui/plot';

interface Props {
  readonly title: string;
  /** Undefined for several series together, which have colours of their own. */
  readonly look: Pick<Layer, 'color' | 'pattern'> | undefined;
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
      title={isAlone ? 'Show all series' : `Show only ${look ? 'this series' : 'these series'}`}
      onClick={onIsolate}
    >
      {look ? <Swatch {...look} /> : <Icon name="eye" size="sm" />}
    </button>
  );
}

const getStyles = () => ({
  swatch: css({ display: 'flex', padding: 6, margin: -6, border: 0, background: 'none', color: 'inherit' }),
});
