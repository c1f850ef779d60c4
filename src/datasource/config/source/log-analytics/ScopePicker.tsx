import React, { useId, useState } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { getBackendSrv } from '@grafana/runtime';
import { Alert, Button, Select, useStyles2 } from '@grafana/ui';
import { amount } from '../../../../core/amount';
import type { ListedScopes, LogScope } from '../../../../core/settings';
import type { SectionProps } from '../../section-props';
import { WIDE, WideField } from '../WideField';

type State =
  | { readonly is: 'closed' | 'looking' }
  | { readonly is: 'failed'; readonly problem: string }
  | { readonly is: 'found'; readonly listed: ListedScopes };

/** Lists what the saved identity may list. Nobody needs it: ids can be pasted. */
export function ScopePicker({ uid, settings, set }: SectionProps) {
  const styles = useStyles2(getStyles);
  const [state, setState] = useState<State>({ is: 'closed' });
  const look = async () => {
    setState({ is: 'looking' });
    setState(await scopesOf(uid));
  };
  const idOf = ({ id, workspaceId }: LogScope) => (settings.basicLogsEnabled ? (workspaceId ?? id) : id);
  return (
    <div className={styles.picker}>
      <Button
        type="button"
        size="sm"
        variant="secondary"
        icon="search"
        disabled={state.is === 'looking'}
        onClick={() => void look()}
      >
        {state.is === 'looking' ? 'Looking…' : 'Find in Azure'}
      </Button>
      <p className={styles.hint}>
        Lists what the identity may see, with the credentials that were saved last.
      </p>
      {state.is === 'failed' && (
        <Alert severity="warning" title="Nothing can be listed">
          {state.problem}
        </Alert>
      )}
      {state.is === 'found' && (
        <>
          <Choice
            label="Add a workspace"
            none="No workspace is listed: paste an id"
            scopes={state.listed.scopes.filter(({ kind }) => kind === 'workspace')}
            onChoose={(scope) => set({ workspaces: withId(settings.workspaces, idOf(scope)) })}
          />
          <Choice
            label="Add an instance"
            none="No instance is listed: paste an id"
            scopes={state.listed.scopes.filter(({ kind }) => kind === 'instance')}
            onChoose={({ id }) => set({ resources: withId(settings.resources, id) })}
          />
          {!state.listed.areAll && (
            <Alert severity="info" title={`Only the first ${amount(state.listed.scopes.length)} are listed`}>
              There are more. What is missing here can be pasted below by its id.
            </Alert>
          )}
        </>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  picker: css({ margin: theme.spacing(1, 0, 2) }),
  hint: css({
    margin: theme.spacing(0.5, 0, 1),
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});

interface ChoiceProps {
  readonly label: string;
  /** What is said where there is nothing to choose from. */
  readonly none: string;
  readonly scopes: readonly LogScope[];
  readonly onChoose: (scope: LogScope) => void;
}

function Choice({ label, none, scopes, onChoose }: ChoiceProps) {
  const id = useId();
  const options = scopes.map((scope) => ({
    value: scope.id,
    label: scope.name,
    description: `${scope.resourceGroup}, ${scope.location}, subscription ${scope.subscription}`,
  }));
  return (
    <WideField label={label} disabled={scopes.length === 0}>
      <Select
        inputId={`${id}-scope`}
        width={WIDE}
        options={options}
        value={null}
        placeholder={scopes.length === 0 ? none : 'Choose'}
        onChange={({ value }) => {
          const chosen = scopes.find((scope) => scope.id === value);
          if (chosen) {
            onChoose(chosen);
          }
        }}
      />
    </WideField>
  );
}

const withId = (ids: readonly string[], id: string) =>
  ids.some((one) => one.toLowerCase() === id.toLowerCase()) ? ids : [...ids, id];

async function scopesOf(uid: string): Promise<State> {
  try {
    const path = `/api/datasources/uid/${encodeURIComponent(uid)}/resources/scopes`;
    const listed = await getBackendSrv().get<ListedScopes>(path, undefined, undefined, {
      showErrorAlert: false,
    });
    return { is: 'found', listed };
  } catch (problem) {
    const { data } = problem as { data?: { message?: string; hint?: string } };
    const said = [data?.message ?? 'The data source could not be asked.', data?.hint ?? 'Save it first.'];
    return { is: 'failed', problem: said.join(' ') };
  }
} // prettier-ignore
