import React, { useState } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { locationService, PluginPage } from '@grafana/runtime';
import { Alert, Button, Field, Input, LoadingPlaceholder, TextArea, useStyles2 } from '@grafana/ui';
import { useLocation } from 'react-router';
import { askExplanation, type ExplainBody } from '../asking/data-source';
import { ProblemNote } from '../asking/ProblemNote';
import { useAsked } from '../asking/use-asked';
import { ScopeBar } from '../scope/ScopeBar';
import { useScope, type Scope } from '../scope/use-scope';
import { ExplanationView } from './ExplanationView';

const PARAMETER = 'correlationId';

/** Why one request failed: of a pasted row, or of one that is found by its id, which stands in the address. */
export function ExplainPage() {
  const scope = useScope();
  const styles = useStyles2(getStyles);
  const wanted = new URLSearchParams(useLocation().search).get(PARAMETER) ?? '';
  const [pasted, setPasted] = useState<{ readonly text: string; readonly times: number }>();
  return (
    <PluginPage subTitle="Why it failed, where its time went, and what to do.">
      <ScopeBar scope={scope} />
      {scope.source ? (
        <div className={styles.page}>
          <Find
            key={wanted}
            wanted={wanted}
            onFind={(id) => {
              setPasted(undefined);
              scope.refresh();
              locationService.partial({ [PARAMETER]: id });
            }}
          />
          <Paste
            onExplain={(text) => {
              setPasted({ text, times: (pasted?.times ?? 0) + 1 });
              locationService.partial({ [PARAMETER]: null });
            }}
          />
          {pasted ? (
            <Answer scope={scope} id={`pasted ${pasted.times}`} body={{ text: pasted.text }} />
          ) : (
            wanted !== '' && (
              <Answer
                scope={scope}
                id={`found ${wanted}`}
                body={{
                  correlationId: wanted,
                  range: { from: scope.range.from.valueOf(), to: scope.range.to.valueOf() },
                }}
              />
            )
          )}
        </div>
      ) : (
        <Alert
          severity="info"
          title="Rows are explained by a Gatewaylens data source, and there is none here that you may query."
        />
      )}
    </PluginPage>
  );
}

interface FindProps {
  readonly wanted: string;
  readonly onFind: (id: string) => void;
}

function Find({ wanted, onFind }: FindProps) {
  const styles = useStyles2(getStyles);
  const [id, setId] = useState(wanted);
  const trimmed = id.trim();
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onFind(trimmed);
      }}
    >
      <Field label="Correlation id" description="Of a request in the chosen range" className={styles.field}>
        <Input
          id="gatewaylens-correlation-id"
          value={id}
          maxLength={200}
          spellCheck={false}
          onChange={({ currentTarget }) => setId(currentTarget.value)}
        />
      </Field>
      <Button type="submit" disabled={trimmed === ''}>
        Find and explain
      </Button>
    </form>
  );
}

function Paste({ onExplain }: { readonly onExplain: (text: string) => void }) {
  const styles = useStyles2(getStyles);
  const [text, setText] = useState('');
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onExplain(text);
      }}
    >
      <Field
        label="Or a row of the log"
        description="As JSON, as CSV with its header, or a line of a self-hosted gateway’s container log. It goes to this Grafana’s own backend and nowhere else, and is not kept."
        className={styles.field}
      >
        <TextArea
          id="gatewaylens-row"
          rows={6}
          value={text}
          spellCheck={false}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
      </Field>
      <Button type="submit" disabled={text.trim() === ''}>
        Explain
      </Button>
    </form>
  );
}

interface AnswerProps {
  readonly scope: Scope;
  /** Of what is asked. */
  readonly id: string;
  readonly body: ExplainBody;
}

function Answer({ scope, id, body }: AnswerProps) {
  const uid = scope.source?.uid ?? '';
  // What was pasted does not depend on the range.
  const key = 'text' in body ? `${uid} ${id}` : `${scope.key} ${id}`;
  const asked = useAsked(key, () => askExplanation(uid, body));
  switch (asked.state) {
    case 'loading':
      return <LoadingPlaceholder text="Looking…" />;
    case 'failed':
      return <ProblemNote title="There is nothing to explain" problem={asked.problem} />;
    case 'answered':
      return <ExplanationView explanation={asked.answer} scope={scope} />;
  }
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
    maxWidth: '110ch',
  }),
  form: css({ display: 'grid', gap: theme.spacing(1), justifyItems: 'start' }),
  field: css({
    width: '100%',
    marginBottom: 0,
    textarea: { fontFamily: theme.typography.fontFamilyMonospace },
  }),
});
