/** A copy of what a contract parsed, without what is `undefined`: so that events and rows say the same. */
export const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
