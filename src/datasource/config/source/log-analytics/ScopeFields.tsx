import React, { useId } from 'react';
import { Field, RadioButtonGroup, TextArea } from '@grafana/ui';
import type { GatewayTable } from '../../../../core/log';
import { settingLabels } from '../../../../core/settings';
import type { SectionProps } from '../../section-props';
import { useDraft } from '../../useDraft';

const tableOptions = [
  { value: 'resource' as const, label: 'Resource specific', description: 'ApiManagementGatewayLogs, the newer table' },
  { value: 'legacy' as const, label: 'Azure diagnostics', description: 'AzureDiagnostics, the older table, shared by all services' },
  { value: 'both' as const, label: 'Both', description: 'While moving: rows that are in both count once' },
]; // prettier-ignore

/** Which logs: ids are pasted, so that nobody needs the right to list. */
export function ScopeFields({ settings, disabled, set }: SectionProps) {
  const { tables } = settings;
  return (
    <>
      <IdsField
        label={settingLabels.workspaces}
        description="Log Analytics workspaces, one in a line: the workspace id, or the resource id of the workspace, which queries can be opened in the Azure portal with."
        placeholder="00000000-0000-0000-0000-000000000000"
        value={settings.workspaces}
        disabled={disabled}
        onChange={(ids) => set({ workspaces: ids })}
      />
      <IdsField
        label={settingLabels.resources}
        description="Resource ids, one in a line. With workspaces, only the rows of these instances are read; without, exactly one is asked for its own logs, which needs no right on the workspace."
        placeholder="/subscriptions/…/resourceGroups/…/providers/Microsoft.ApiManagement/service/…"
        value={settings.resources}
        disabled={disabled}
        onChange={(ids) => set({ resources: ids })}
      />
      <Field
        label={settingLabels.tables}
        description="Destination table of the diagnostic settings: resource specific is ApiManagementGatewayLogs, Azure diagnostics is AzureDiagnostics."
        disabled={disabled}
      >
        <RadioButtonGroup
          aria-label={settingLabels.tables}
          options={tableOptions}
          value={chosenOf(tables)}
          onChange={(chosen) => set({ tables: tablesOf[chosen] })}
        />
      </Field>
    </>
  );
}

const chosenOf = ([first = 'resource', ...others]: readonly GatewayTable[]): keyof typeof tablesOf =>
  others.length > 0 ? 'both' : first;

const tablesOf = { resource: ['resource'], legacy: ['legacy'], both: ['resource', 'legacy'] } as const;

interface IdsProps {
  readonly label: string;
  readonly description: string;
  readonly placeholder: string;
  readonly value: readonly string[];
  readonly disabled: boolean;
  readonly onChange: (value: readonly string[]) => void;
}

function IdsField({ label, description, placeholder, value, disabled, onChange }: IdsProps) {
  const id = useId();
  const { text, type } = useDraft<readonly string[]>(value, printed, read, onChange);
  return (
    <Field label={label} description={description} disabled={disabled}>
      <TextArea
        id={`${id}-ids`}
        rows={Math.min(8, Math.max(2, text.split('\n').length))}
        spellCheck={false}
        placeholder={placeholder}
        value={text}
        onChange={({ currentTarget }) => type(currentTarget.value)}
      />
    </Field>
  );
}

const printed = (ids: readonly string[]) => ids.join('\n');
const read = (text: string) => ({ value: text.split(/[\s,]+/).filter((id) => id !== '') });
