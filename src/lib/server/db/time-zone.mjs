/** Days are those of Vietnam, wherever the server stands: what was saved in the small hours is not yesterday's. */
export const TIME_ZONE = 'Asia/Ho_Chi_Minh';
