/** Icons are loaded over the network, which jsdom has none of. */
export default () => null;
