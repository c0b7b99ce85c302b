// The words of a voice and its sample, wherever one is shown.

export const voiceSampleText = {
  play: (name: string) => `Play a sample of ${name}`,
  stop: (name: string) => `Stop the sample of ${name}`,
  noSample: 'no sample',
  unavailable: 'The voice could not be read',
  failed: 'The sample did not play',
  loading: 'Loading the voice',
}
