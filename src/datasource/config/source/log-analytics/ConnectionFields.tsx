import React, { useId, useState } from 'react';
import { CollapsableSection, Field, Input, SecretTextArea } from '@grafana/ui';
import type { SectionProps } from '../../section-props';
import { settingLabels, type AzureEndpoint } from '../../../../core/settings';
import { Switch } from './LimitFields';
import { WIDE, WideField } from '../WideField';

/** Private links, proxies and authorities of one’s own: for the few who need them. */
export function ConnectionFields({ settings, disabled, set, secret }: SectionProps) {
  const id = useId();
  const { endpoints, proxyUrl, tlsAuthWithCACert } = settings;
  const isUsed = proxyUrl !== '' || tlsAuthWithCACert || Object.values(endpoints).some(Boolean);
  const [isOpen, setOpen] = useState(isUsed);
  const address = (label: string, tooltip: string, value: string, onChange: (url: string) => void) => (
    <WideField label={label} tooltip={tooltip} disabled={disabled}>
      <Input
        id={`${id}-${label}`}
        width={WIDE}
        placeholder="https://"
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value.trim())}
      />
    </WideField>
  );
  const endpoint = (name: AzureEndpoint, tooltip: string) =>
    address(settingLabels[`endpoints.${name}`], tooltip, endpoints[name] ?? '', (url) => {
      const { [name]: _, ...others } = endpoints;
      set({ endpoints: url === '' ? others : { ...others, [name]: url } });
    });
  return (
    <CollapsableSection label="Other addresses" isOpen={isOpen} onToggle={setOpen}>
      <p>
        Tokens go to the addresses of the cloud only. Others, and proxies, have to be in{' '}
        <code>allowed_endpoints</code> of the section <code>[plugin.gatewaylens-apim-datasource]</code> in
        Grafana’s configuration.
      </p>
      {endpoint('logs', 'In place of the cloud’s, for private links')}
      {endpoint('login', 'In place of the cloud’s')}
      {endpoint('manager', 'In place of the cloud’s; it lists workspaces and instances')}
      {endpoint('portal', 'In place of the cloud’s, for links')}
      {address(settingLabels.proxyUrl, 'On the way to Azure', proxyUrl, (url) => set({ proxyUrl: url }))}
      <Switch
        id={`${id}-ca`}
        label={settingLabels.tlsAuthWithCACert}
        tooltip="Trust this authority, too, for example that of a proxy which opens connections"
        disabled={disabled}
        value={tlsAuthWithCACert}
        onChange={(value) => set({ tlsAuthWithCACert: value })}
      />
      {tlsAuthWithCACert && (
        <Field label={settingLabels['secureJsonData.tlsCACert']} disabled={disabled}>
          <SecretTextArea
            id={`${id}-ca-text`}
            rows={6}
            grow
            placeholder="-----BEGIN CERTIFICATE-----"
            isConfigured={secret.isSet('tlsCACert')}
            value={secret.typed('tlsCACert')}
            onChange={({ currentTarget }) => secret.set('tlsCACert', currentTarget.value)}
            onReset={() => secret.reset('tlsCACert')}
          />
        </Field>
      )}
    </CollapsableSection>
  );
} // prettier-ignore
