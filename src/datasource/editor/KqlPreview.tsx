import React, { useEffect, useState } from 'react';
import { css } from '@emotion/css';
import { getDefaultTimeRange, type GrafanaTheme2, type TimeRange } from '@grafana/data';
import { Alert, ClipboardButton, CollapsableSection, useStyles2 } from '@grafana/ui';
import type { AskingDataSource } from '../asking-data-source';
import { handledError } from '../handled-error';
import type { GatewaylensQuery } from '../query';

interface Props {
  readonly datasource: AskingDataSource;
  readonly query: GatewaylensQuery;
  readonly range: TimeRange | undefined;
  /** Points that the panel has: they decide the step. */
  readonly maxDataPoints: number | undefined;
}

type State = { readonly kql: string } | { readonly problem: string };

/** The query as KQL, to read and to copy. It is compiled by the backend when the section is open. */
export function KqlPreview({ datasource, query, range: chosen, maxDataPoints }: Props) {
  const [usual] = useState(getDefaultTimeRange);
  const range = chosen ?? usual;
  const styles = useStyles2(getStyles);
  const [isOpen, setOpen] = useState(false);
  const [state, setState] = useState<State>({ kql: '' });
  const request = JSON.stringify([query, range.from.valueOf(), range.to.valueOf(), maxDataPoints]);

  useEffect(() => {
    if (!isOpen) {
      return;
    }
    let current = true;
    const show = (next: State) => current && setState(next);
    datasource.kql(query, range, maxDataPoints).then(
      (kql) => show({ kql }),
      (problem: unknown) => show({ problem: handledError(problem).message }),
    );
    return () => {
      current = false;
    };
    // The request's text stands for query and range, which are new objects at every drawing.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [datasource, isOpen, request]);

  return (
    <CollapsableSection label="Compiled KQL" isOpen={isOpen} onToggle={setOpen}>
      {'problem' in state ? (
        <Alert title="The query could not be compiled" severity="error">
          {state.problem}
        </Alert>
      ) : (
        <>
          <pre className={styles.text} aria-label="KQL of this query" tabIndex={0}>
            {state.kql}
          </pre>
          <ClipboardButton icon="copy" size="sm" variant="secondary" getText={() => state.kql}>
            Copy KQL
          </ClipboardButton>
        </>
      )}
    </CollapsableSection>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  text: css({
    maxHeight: theme.spacing(40),
    overflow: 'auto',
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});
