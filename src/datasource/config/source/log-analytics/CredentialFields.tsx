import React, { useId } from 'react';
import { InlineField, Input, SecretInput, Select } from '@grafana/ui';
import {
  azureAuthTypes,
  azureCloud,
  azureClouds,
  type AzureAuthType,
  type AzureCloud,
} from '../../../../core/settings';
import type { SectionProps } from '../../section-props';

const LABEL = 24;
const clouds = (Object.keys(azureClouds) as AzureCloud[]).map((value) => ({
  value,
  label: azureClouds[value].title,
}));
const authTypes = (Object.keys(azureAuthTypes) as AzureAuthType[]).map((value) => ({
  value,
  label: azureAuthTypes[value],
}));

/** What Grafana’s administrator has to do for an identity that is not of an app registration. */
const administration: Readonly<Partial<Record<AzureAuthType, string>>> = {
  msi: 'managed_identity_enabled',
  workloadidentity: 'workload_identity_enabled',
};

/** Credentials as in Grafana’s Azure plugins. What another of them stored in azureCredentials goes before. */
export function CredentialFields({ settings, disabled, set, secret }: SectionProps) {
  const id = useId();
  const type = settings.azureCredentials?.authType ?? settings.azureAuthType;
  const cloud = settings.azureCredentials?.azureCloud ?? settings.cloudName;
  const needsIds = type !== 'msi';
  const switchedOn = administration[type];
  const text = (name: 'tenantId' | 'clientId', label: string, placeholder: string) => (
    <InlineField label={label} labelWidth={LABEL} disabled={disabled}>
      <Input
        id={`${id}-${name}`}
        width={50}
        placeholder={placeholder}
        value={settings.azureCredentials?.[name] ?? settings[name]}
        onChange={({ currentTarget }) => set(changed(settings, name, currentTarget.value.trim()))}
      />
    </InlineField>
  );
  return (
    <>
      <InlineField label="Azure cloud" labelWidth={LABEL} disabled={disabled}>
        <Select
          inputId={`${id}-cloud`}
          width={50}
          options={clouds}
          value={azureCloud(cloud) ?? null}
          placeholder={`“${cloud}” is not known`}
          onChange={({ value }) => value && set(changed(settings, 'cloudName', value))}
        />
      </InlineField>
      <InlineField label="Authentication" labelWidth={LABEL} disabled={disabled}>
        <Select
          inputId={`${id}-type`}
          width={50}
          options={authTypes}
          value={type}
          onChange={({ value }) => value && set(changed(settings, 'azureAuthType', value))}
        />
      </InlineField>
      {switchedOn && (
        <p>
          Grafana’s administrator switches this on: <code>{switchedOn} = true</code> in the section{' '}
          <code>[azure]</code> of Grafana’s configuration, and <code>gatewaylens-apim-datasource</code> in{' '}
          <code>forward_settings_to_plugins</code>.
        </p>
      )}
      {needsIds && text('tenantId', 'Directory (tenant) id', type === 'workloadidentity' ? 'as Grafana was given' : '')}
      {text('clientId', 'Application (client) id', type === 'clientsecret' ? '' : 'as Grafana was given')}
      {type === 'clientsecret' && (
        <InlineField label="Client secret" labelWidth={LABEL} disabled={disabled}>
          <SecretInput
            id={`${id}-secret`}
            width={50}
            isConfigured={secret.isSet('clientSecret')}
            value={secret.typed('clientSecret')}
            onChange={({ currentTarget }) => secret.set('clientSecret', currentTarget.value)}
            onReset={() => secret.reset('clientSecret')}
          />
        </InlineField>
      )}
    </>
  );
} // prettier-ignore

type Named = 'azureAuthType' | 'cloudName' | 'tenantId' | 'clientId';

const inCredentials = {
  azureAuthType: 'authType',
  cloudName: 'azureCloud',
  tenantId: 'tenantId',
  clientId: 'clientId',
} as const;

/** The setting where it is stored: what azureCredentials says goes before, so it is changed there. */
function changed({ azureCredentials }: SectionProps['settings'], name: Named, value: string) {
  return azureCredentials?.[inCredentials[name]] === undefined
    ? { [name]: value }
    : { azureCredentials: { ...azureCredentials, [inCredentials[name]]: value } };
}
