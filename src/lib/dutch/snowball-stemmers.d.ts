declare module 'snowball-stemmers' {
  const snowball: { newStemmer(algorithm: 'dutch' | 'english'): { stem(word: string): string } }
  export default snowball
}
