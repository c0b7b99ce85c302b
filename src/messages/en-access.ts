// The words of the form for the access token.

export const accessText = {
  title: 'This Lookbook asks for an access token',
  label: 'Access token',
  submit: 'Continue',
  wrong: 'This token is not accepted.',
}
