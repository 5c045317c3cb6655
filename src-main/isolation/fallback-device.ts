/** Devices that some kernels put into every new network namespace: down, and leading nowhere. */
export const FALLBACK_DEVICE = /^(tunl|gre|gretap|erspan|ip_vti|ip6_vti|sit|ip6tnl|ip6gre)0$/;
