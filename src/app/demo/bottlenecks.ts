/** What questions to the desk of the demo network were about, as bottlenecks of the register, and how often. */
export const demoReports: readonly { readonly bottleneck: string; readonly times: number }[] = [
  { bottleneck: 'wie-te-benaderen', times: 11 },
  { bottleneck: 'financiering', times: 9 },
  { bottleneck: 'onduidelijke-rol', times: 6 },
  { bottleneck: 'te-veel-gevraagd', times: 3 },
]
