import React, { useId } from 'react';
import { Input, SecretInput, Select } from '@grafana/ui';
import {
  azureAuthTypes,
  azureCloud,
  azureClouds,
  settingLabels,
  type AzureAuthType,
  type AzureCloud,
} from '../../../../core/settings';
import type { SectionProps } from '../../section-props';
import { WIDE, WideField } from '../WideField';

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
  const text = (name: 'tenantId' | 'clientId', placeholder: string) => (
    <WideField label={settingLabels[name]} disabled={disabled}>
      <Input
        id={`${id}-${name}`}
        width={WIDE}
        placeholder={placeholder}
        value={settings.azureCredentials?.[name] ?? settings[name]}
        onChange={({ currentTarget }) => set(changed(settings, name, currentTarget.value.trim()))}
      />
    </WideField>
  );
  return (
    <>
      <WideField label={settingLabels.cloudName} disabled={disabled}>
        <Select
          inputId={`${id}-cloud`}
          width={WIDE}
          options={clouds}
          value={azureCloud(cloud) ?? null}
          placeholder={`“${cloud}” is not known`}
          onChange={({ value }) => value && set(changed(settings, 'cloudName', value))}
        />
      </WideField>
      <WideField label={settingLabels.azureAuthType} disabled={disabled}>
        <Select
          inputId={`${id}-type`}
          width={WIDE}
          options={authTypes}
          value={type}
          onChange={({ value }) => value && set(changed(settings, 'azureAuthType', value))}
        />
      </WideField>
      {switchedOn && (
        <p>
          Grafana’s administrator switches this on: <code>{switchedOn} = true</code> in the section{' '}
          <code>[azure]</code> of Grafana’s configuration, and <code>gatewaylens-apim-datasource</code> in{' '}
          <code>forward_settings_to_plugins</code>.
        </p>
      )}
      {needsIds && text('tenantId', type === 'workloadidentity' ? 'as Grafana was given' : '')}
      {text('clientId', type === 'clientsecret' ? '' : 'as Grafana was given')}
      {type === 'clientsecret' && (
        <WideField label={settingLabels['secureJsonData.clientSecret']} disabled={disabled}>
          <SecretInput
            id={`${id}-secret`}
            width={WIDE}
            isConfigured={secret.isSet('clientSecret')}
            value={secret.typed('clientSecret')}
            onChange={({ currentTarget }) => secret.set('clientSecret', currentTarget.value)}
            onReset={() => secret.reset('clientSecret')}
          />
        </WideField>
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
