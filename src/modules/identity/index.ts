export { authenticate } from './authenticate.ts';
export { everywhere, permissionsOf, roleNames, roles, type Role } from './rules/roles.ts';
export { accountNames } from './store/names.ts';
