// SPDX-License-Identifier: Apache-2.0
#include "ui/pdf/picture_cache.h"

#include <algorithm>

namespace jz::ui {

void PictureCache::keep(int page, const QImage& picture)
{
    drop(page);
    m_pictures.insert(page, {picture, ++m_clock});
    m_bytes += picture.sizeInBytes();
    shrink(page);
}

QImage PictureCache::take(int page)
{
    const auto entry = m_pictures.find(page);
    if (entry == m_pictures.end())
        return {};
    entry->used = ++m_clock;
    return entry->picture;
}

bool PictureCache::has(int page, QSize size) const
{
    const auto entry = m_pictures.constFind(page);
    return entry != m_pictures.constEnd() && !entry->isOld && entry->picture.size() == size;
}

void PictureCache::age(const QList<int>& same)
{
    for (auto entry = m_pictures.begin(); entry != m_pictures.end(); ++entry)
        entry->isOld = entry->isOld || !same.contains(entry.key());
}

void PictureCache::drop(int page)
{
    m_bytes -= m_pictures.take(page).picture.sizeInBytes();
}

void PictureCache::clear()
{
    m_pictures.clear();
    m_bytes = 0;
}

void PictureCache::shrink(int spared)
{
    while (m_bytes > m_most && m_pictures.size() > 1) {
        auto oldest = m_pictures.end();
        for (auto entry = m_pictures.begin(); entry != m_pictures.end(); ++entry)
            if (entry.key() != spared && (oldest == m_pictures.end() || entry->used < oldest->used))
                oldest = entry;
        m_bytes -= oldest->picture.sizeInBytes();
        m_pictures.erase(oldest);
    }
}

} // namespace jz::ui
