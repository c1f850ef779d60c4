/**
 * The clouds of Azure. Grafana's Azure Monitor data source and its other Azure plugins name them differently; both names
 * are understood.
 */
export const azureClouds = {
  AzureCloud: {
    title: 'Azure',
    alias: 'azuremonitor',
    logs: 'https://api.loganalytics.io',
    login: 'https://login.microsoftonline.com',
    portal: 'https://portal.azure.com',
    manager: 'https://management.azure.com',
  },
  AzureChinaCloud: {
    title: 'Azure China',
    alias: 'chinaazuremonitor',
    logs: 'https://api.loganalytics.azure.cn',
    login: 'https://login.chinacloudapi.cn',
    portal: 'https://portal.azure.cn',
    manager: 'https://management.chinacloudapi.cn',
  },
  AzureUSGovernment: {
    title: 'Azure US Government',
    alias: 'govazuremonitor',
    logs: 'https://api.loganalytics.us',
    login: 'https://login.microsoftonline.us',
    portal: 'https://portal.azure.us',
    manager: 'https://management.usgovcloudapi.net',
  },
} as const;
export type AzureCloud = keyof typeof azureClouds;

/** @returns undefined for a name that no cloud has */
export function azureCloud(name: string): AzureCloud | undefined {
  const clouds = Object.keys(azureClouds) as AzureCloud[];
  return clouds.find((cloud) => name === cloud || name === azureClouds[cloud].alias);
}
