// SPDX-License-Identifier: Apache-2.0
// The ten functions of GnuTLS that Debian's libqpdf.a calls for encrypted files, done by OpenSSL, which this program loads
// anyway. Names, types and numbers are those of gnutls/crypto.h and gnutls/gnutls.h, a stable interface.
#include <openssl/evp.h>
#include <openssl/rand.h>

#include <array>
#include <memory>
#include <numeric>
#include <utility>

namespace {

enum Digest { Md5 = 2, Sha1 = 3, Sha256 = 6, Sha384 = 7, Sha512 = 8 };
enum CipherKind { Arcfour128 = 2, Aes128Cbc = 4, Aes256Cbc = 5, Aes192Cbc = 9 };
constexpr int failure = -1;

/// RC4, which OpenSSL 3 has in its legacy provider only.
class Rc4
{
public:
    Rc4(const unsigned char* key, size_t length)
    {
        std::iota(m_state.begin(), m_state.end(), static_cast<unsigned char>(0));
        for (size_t i = 0, j = 0; i < m_state.size() && length > 0; ++i) {
            j = (j + m_state[i] + key[i % length]) % m_state.size();
            std::swap(m_state[i], m_state[j]);
        }
    }

    void process(const unsigned char* in, size_t length, unsigned char* out)
    {
        for (size_t n = 0; n < length; ++n) {
            m_i = (m_i + 1) % m_state.size();
            m_j = (m_j + m_state[m_i]) % m_state.size();
            std::swap(m_state[m_i], m_state[m_j]);
            out[n] = static_cast<unsigned char>(in[n] ^ m_state[(m_state[m_i] + m_state[m_j]) % m_state.size()]);
        }
    }

private:
    std::array<unsigned char, 256> m_state{};
    size_t m_i = 0;
    size_t m_j = 0;
};

const EVP_MD* digestOf(int kind)
{
    switch (kind) {
    case Md5: return EVP_md5();
    case Sha1: return EVP_sha1();
    case Sha256: return EVP_sha256();
    case Sha384: return EVP_sha384();
    case Sha512: return EVP_sha512();
    default: return nullptr;
    }
}

const EVP_CIPHER* cipherOf(int kind)
{
    switch (kind) {
    case Aes128Cbc: return EVP_aes_128_cbc();
    case Aes192Cbc: return EVP_aes_192_cbc();
    case Aes256Cbc: return EVP_aes_256_cbc();
    default: return nullptr;
    }
}

using Context = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

/// AES goes either way: which one is known with the first block.
struct Cipher
{
    Context encryption{EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free};
    Context decryption{EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free};
    std::unique_ptr<Rc4> rc4;
};

int update(EVP_CIPHER_CTX* context, const void* in, size_t length, void* out)
{
    int written = 0;
    return EVP_CipherUpdate(context, static_cast<unsigned char*>(out), &written, static_cast<const unsigned char*>(in),
                            static_cast<int>(length)) == 1
               ? 0
               : failure;
}

} // namespace

extern "C" {

struct gnutls_datum_t
{
    unsigned char* data;
    unsigned int size;
};

int gnutls_rnd(int, void* data, size_t length);
const char* gnutls_strerror(int);
int gnutls_hash_init(void** handle, int kind);
int gnutls_hash(void* handle, const void* data, size_t length);
void gnutls_hash_deinit(void* handle, void* digest);
size_t gnutls_cipher_get_key_size(int kind);
int gnutls_cipher_init(void** handle, int kind, const gnutls_datum_t* key, const gnutls_datum_t* iv);
int gnutls_cipher_encrypt2(void* handle, const void* in, size_t length, void* out, size_t outLength);
int gnutls_cipher_decrypt2(void* handle, const void* in, size_t length, void* out, size_t outLength);
void gnutls_cipher_deinit(void* handle);

int gnutls_rnd(int, void* data, size_t length)
{
    return RAND_bytes(static_cast<unsigned char*>(data), static_cast<int>(length)) == 1 ? 0 : failure;
}

const char* gnutls_strerror(int)
{
    return "the cipher is not available";
}

int gnutls_hash_init(void** handle, int kind)
{
    const EVP_MD* algorithm = digestOf(kind);
    EVP_MD_CTX* context = algorithm ? EVP_MD_CTX_new() : nullptr;
    if (!context || EVP_DigestInit_ex(context, algorithm, nullptr) != 1) {
        EVP_MD_CTX_free(context);
        return failure;
    }
    *handle = context;
    return 0;
}

int gnutls_hash(void* handle, const void* data, size_t length)
{
    return EVP_DigestUpdate(static_cast<EVP_MD_CTX*>(handle), data, length) == 1 ? 0 : failure;
}

void gnutls_hash_deinit(void* handle, void* digest)
{
    auto* context = static_cast<EVP_MD_CTX*>(handle);
    if (digest)
        EVP_DigestFinal_ex(context, static_cast<unsigned char*>(digest), nullptr);
    EVP_MD_CTX_free(context);
}

size_t gnutls_cipher_get_key_size(int kind)
{
    return kind == Aes256Cbc ? 32 : kind == Aes192Cbc ? 24 : 16;
}

int gnutls_cipher_init(void** handle, int kind, const gnutls_datum_t* key, const gnutls_datum_t* iv)
{
    auto cipher = std::make_unique<Cipher>();
    if (kind == Arcfour128) {
        cipher->rc4 = std::make_unique<Rc4>(key->data, key->size);
    } else {
        const EVP_CIPHER* algorithm = cipherOf(kind);
        const unsigned char* start = iv ? iv->data : nullptr;
        if (!algorithm || EVP_CipherInit_ex(cipher->encryption.get(), algorithm, nullptr, key->data, start, 1) != 1
            || EVP_CipherInit_ex(cipher->decryption.get(), algorithm, nullptr, key->data, start, 0) != 1)
            return failure;
        EVP_CIPHER_CTX_set_padding(cipher->encryption.get(), 0);
        EVP_CIPHER_CTX_set_padding(cipher->decryption.get(), 0);
    }
    *handle = cipher.release();
    return 0;
}

int gnutls_cipher_encrypt2(void* handle, const void* in, size_t length, void* out, size_t)
{
    auto* cipher = static_cast<Cipher*>(handle);
    if (!cipher->rc4)
        return update(cipher->encryption.get(), in, length, out);
    cipher->rc4->process(static_cast<const unsigned char*>(in), length, static_cast<unsigned char*>(out));
    return 0;
}

int gnutls_cipher_decrypt2(void* handle, const void* in, size_t length, void* out, size_t)
{
    auto* cipher = static_cast<Cipher*>(handle);
    if (!cipher->rc4)
        return update(cipher->decryption.get(), in, length, out);
    cipher->rc4->process(static_cast<const unsigned char*>(in), length, static_cast<unsigned char*>(out));
    return 0;
}

void gnutls_cipher_deinit(void* handle)
{
    delete static_cast<Cipher*>(handle);
}
}
