/** GET /v3/users/me: an account paid from a wallet. */
export const account = {
  username: 'sandbox',
  email: null,
  first_name: 'Sandbox',
  last_name: null,
  billing_type: 'wallet',
  wallet: { currency: 'usd', remaining_balance: 42.5, auto_reload: { enabled: false } },
  subscription: null,
  usage_based: null,
}
