/** Id of our data source plugin. */
export const OUR_TYPE = 'gatewaylens-apim-datasource';
