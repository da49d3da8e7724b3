/** What looks like a key, a token or a password, whatever it belongs to. */
export const secretPatterns: readonly RegExp[] = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(-----END [A-Z ]*PRIVATE KEY-----|$)/g,
  /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g,
  /\b(sk|pk|rk)-[\w.*…-]{6,}/g,
  /\bAIza[\w-]{10,}/g,
  /\b(gsk|hf|r8|ghp|gho|ghu|ghs|ghr|github_pat|glpat)[_-]\w{10,}/g,
  /\bxai-[\w-]{8,}/g,
  /\bAKIA[0-9A-Z]{12,}/g,
  /\b(Bearer|Basic)\s+(?=[\w.~+/=*-]*[\d_=*-])[\w.~+/=*-]{6,}/gi,
  /\b(x-api-key|api[_-]?key|authorization|access[_-]?token|client[_-]?secret|password)(["']?\s*[:=]\s*["']?)(?!\[removed\])[^\s"',;&}]{6,}/gi,
  /(?<=:\/\/)[^\s/@]+:[^\s/@]+(?=@)/g,
]

export const hasSecret = (text: string): boolean => secretPatterns.some((pattern) => text.search(pattern) >= 0)
